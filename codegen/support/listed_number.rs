//! A number that is kept as it is written uses nothing that is not listed.

use super::Listed;
use serde_json::Number;

impl Listed for Number {}
