//! What customised modules read and write: their items are seen in this crate alone.

use crate::own::{Id, Money};
use serde_json::{Value, json};

fn order() -> Value {
    json!({
        "id": "b6f1", "parent": null, "total": {"cents": 250.0, "currency": "EUR"}, "status": "paid-in-full",
        "refunds": [{"cents": 50.0, "currency": "EUR"}], "address": {"street": "Main", "owner": "b6f2", "floor": "2"},
        "payment": {"kind": "cash", "paid": 250}, "labels": {"gift": "yes"},
        "shares": {"a": {"cents": 125.0, "currency": "EUR"}},
    })
}

macro_rules! reads_and_writes {
    ($module:ident) => {
        mod $module {
            use super::*;
            use crate::$module::{Order, OrderState, Payment, PaymentCardKind, Postal};
            use std::collections::HashMap;

            fn length<V>(map: &Option<HashMap<String, V>>) -> usize {
                map.as_ref().map_or(0, HashMap::len)
            }

            #[test]
            fn names_types_and_maps_are_what_the_user_wants() {
                let text = super::order().to_string();
                let order: Order = serde_json::from_str(&text).unwrap();
                assert_eq!(order.identifier, Id("b6f1".to_owned()));
                assert_eq!(order.total, Money(2.5, "EUR".to_owned()));
                assert!(order.state == OrderState::Paid);
                assert!(PaymentCardKind::Card >= PaymentCardKind::Card);
                assert!(matches!(order.payment, Some(Payment::Cash(_))));
                assert_eq!(length(&order.labels), 1);
                let address: Postal = order.address.clone().unwrap();
                assert_eq!(address.owner, Some(Id("b6f2".to_owned())));
                assert_eq!(serde_json::to_value(&order).unwrap(), super::order());
            }

            #[test]
            fn a_branch_is_called_as_the_user_wants() {
                let payment: Payment = serde_json::from_str(r#"{"kind": "bank", "iban": "DE1"}"#).unwrap();
                assert!(matches!(payment, Payment::Transfer(_)));
            }

            #[test]
            fn own_types_are_branches_of_a_union_without_a_tag() {
                for (wrap, debug) in [
                    (json!("none"), "Wrap(None)"),
                    (json!({"paper": 2}), "Wrap(Paper(2))"),
                    (json!(7), "Code(Code(7))"),
                    (json!(["a"]), "Array([\"a\"])"),
                ] {
                    let mut order = super::order();
                    order["wrap"] = wrap;
                    let text = order.to_string();
                    let read: Order = serde_json::from_str(&text).unwrap();
                    assert_eq!(format!("{:?}", read.wrap), format!("Some({debug})"));
                    assert_eq!(serde_json::to_value(&read).unwrap(), order);
                }
            }

            #[test]
            fn what_the_own_type_refuses_is_its_error() {
                let mut order = super::order();
                order["total"] = json!({"cents": "many"});
                let text = order.to_string();
                let error = serde_json::from_str::<Order>(&text).unwrap_err().to_string();
                assert!(error.contains("no money"), "{error}");
            }
        }
    };
}

reads_and_writes!(shop_tolerant);
reads_and_writes!(shop_strict);
reads_and_writes!(shop_strict_borrowed);
reads_and_writes!(shop_tolerant_folder);
