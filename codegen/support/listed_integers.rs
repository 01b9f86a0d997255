//! An integer of any other width uses nothing that is not listed.

use super::Listed;

impl Listed for i8 {}
impl Listed for i16 {}
impl Listed for u8 {}
impl Listed for u16 {}
impl Listed for u32 {}
impl Listed for u64 {}
