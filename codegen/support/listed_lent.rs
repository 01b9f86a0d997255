//! A string that is borrowed uses nothing that is not listed.

use super::Listed;
use std::borrow::Cow;

impl Listed for Cow<'_, str> {}
