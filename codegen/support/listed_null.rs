//! Null uses nothing that is not listed.

use super::Listed;

impl Listed for () {}
