//! The support code that walks rules, run over rules that are planned and not written: only for tests.

#![allow(clippy::pedantic, dead_code, unreachable_pub, reason = "generated code uses some of it")]

#[path = "../support/decimal.rs"]
mod decimal;
#[path = "../support/exact.rs"]
mod exact;
#[path = "../support/held.rs"]
mod held;
#[path = "../support/held_members.rs"]
mod held_members;
#[path = "../support/held_name.rs"]
mod held_name;
#[path = "../support/held_order.rs"]
mod held_order;
#[path = "../support/invalid_value.rs"]
mod invalid_value;
mod leak;
#[path = "../support/number_demand.rs"]
mod number_demand;
mod numbers;
#[path = "../support/replay.rs"]
mod replay;
#[path = "../support/rule.rs"]
mod rule;
#[path = "../support/rule_check.rs"]
mod rule_check;
#[path = "../support/rule_down.rs"]
mod rule_down;
#[path = "../support/rule_equal.rs"]
mod rule_equal;
#[path = "../support/rule_evaluated.rs"]
mod rule_evaluated;
#[path = "../support/rule_failure.rs"]
mod rule_failure;
#[path = "../support/rule_key.rs"]
mod rule_key;
#[path = "../support/rule_number.rs"]
mod rule_number;
#[path = "../support/rule_unique.rs"]
mod rule_unique;
#[path = "../support/rule_view.rs"]
mod rule_view;
#[path = "../support/rule_walk.rs"]
mod rule_walk;
#[path = "../support/rule_written.rs"]
mod rule_written;
mod tables;
mod unevaluated;
#[path = "../support/unique_items.rs"]
mod unique_items;

use decimal::Decimal;
use held::{Held, Nested};
use held_members::Members;
use invalid_value::InvalidValue;
use number_demand::NumberDemand;
use rule::{Demand, Json, JsonType, Pattern, Rule};
use rule_check::check_value;
use rule_equal::is_equal;
use rule_evaluated::Evaluated;
use rule_failure::Failure;
use rule_number::is_whole;
use rule_unique::{equal_elements, twins};
use rule_view::View;
use rule_written::check_written;

use crate::plan::{RuleId, RulePlan};
use serde_json::Value;

/// Whether a value keeps a rule as generated code would check it.
pub(crate) fn check(rules: &[RulePlan], id: RuleId, value: &Value) -> Result<(), String> {
    check_written(leak::leak(rules, id), value).map_err(|error| error.to_string())
}
