//! Types that are made of a string when they are read, and borrow it where they can.

/// Reads a type that a `&str` converts into, and gives it a form that borrows nothing.
macro_rules! converted {
    ($name:ident<$life:lifetime>) => {
        const _: () = {
            struct TextVisitor;

            impl<'de> serde::de::Visitor<'de> for TextVisitor {
                type Value = $name<'de>;

                fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                    f.write_str(concat!("a string (", stringify!($name), ")"))
                }

                fn visit_borrowed_str<E: serde::de::Error>(self, text: &'de str) -> Result<$name<'de>, E> {
                    $name::try_from(text).map_err(E::custom)
                }

                fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<$name<'de>, E> {
                    $name::try_from(text).map($name::into_owned).map_err(E::custom)
                }
            }

            impl<'de: $life, $life> serde::Deserialize<'de> for $name<$life> {
                fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    deserializer.deserialize_str(TextVisitor)
                }
            }
        };
    };
}
pub(crate) use converted;
