//! Objects of which a struct shows all that is asked: no JSON is made of them to be checked.

/// Lets a value of the type be checked when it is read, and after it was changed.
///
/// Of one of the lists of members all must be there. The rule is walked over the names of the members that are there,
/// those of the fields behind `in` among them, and over the values of those that it looks into.
macro_rules! seen {
    (
        $name:ident $(<$life:lifetime>)? $(, any of: $([$($needed:ident: $kind:ident),*])|+)?
        $(, by $rule:ident {
            $($wire:literal => $field:ident: $presence:ident),* $(,)?
        } $(in $kept:ident)* $(into $($looked:literal => $shown:ident),+)?)?
    ) => {
        impl $(<$life>)? $name $(<$life>)? {
            /// Checks what the type cannot hold of the schema.
            ///
            /// # Errors
            ///
            /// The first place where the value does not fit the schema.
            pub fn check(&self) -> Result<(), support::InvalidValue> {
                $(if !($((true $(&& support::$kind::is_present(&self.$needed))*))||+) {
                    return Err(support::InvalidValue::new(concat!(
                        "one of these must be present:", $(" ", stringify!($($needed),*)),+
                    )));
                })?
                $(
                    let mut members = support::SeenMembers::default();
                    $(members.show($wire, support::$presence::is_present(&self.$field));)*
                    $(self.$kept.keys().for_each(|name| members.show(name, true));)*
                    $($(members.look_into($looked, &self.$shown)?;)+)?
                    members.keep(&$rule)?;
                )?
                Ok(())
            }
        }
    };
}
pub(crate) use seen;
