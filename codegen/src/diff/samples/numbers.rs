//! Numbers that checks allow, and some at their edges.

use crate::plan::{Demand, NumberDemand};
use serde_json::{Value, json};

/// Numbers at the edges of these demands, one that they allow first where the bounds alone tell.
pub(super) fn numbers(demands: &[Demand]) -> Vec<Value> {
    let bounds: Vec<&NumberDemand> = demands
        .iter()
        .filter_map(|demand| if let Demand::Number(bound) = demand { Some(bound) } else { None })
        .collect();
    let mut numbers = vec![json!(0)];
    for bound in &bounds {
        let Ok(edge) = serde_json::from_str::<Value>(bound.text()) else { continue };
        let around = edge.as_i64().into_iter().flat_map(|edge| [edge.checked_add(1), edge.checked_sub(1)]);
        numbers.extend(around.flatten().map(Value::from));
        numbers.push(edge);
    }
    numbers.sort_by_key(|number| !bounds.iter().all(|bound| meets(number, bound)));
    numbers
}

/// As far as doubles tell: what is made of it is judged by a validator.
fn meets(number: &Value, bound: &NumberDemand) -> bool {
    let (Some(number), Ok(edge)) = (number.as_f64(), bound.text().parse::<f64>()) else { return false };
    match bound {
        NumberDemand::Minimum(_) => number >= edge,
        NumberDemand::Maximum(_) => number <= edge,
        NumberDemand::ExclusiveMinimum(_) => number > edge,
        NumberDemand::ExclusiveMaximum(_) => number < edge,
        NumberDemand::MultipleOf(_) => number % edge == 0.0,
    }
}
