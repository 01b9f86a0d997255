//! What a union gives of its branches.

/// Lets each branch of a union be looked at, taken out and, where its type is that of no other, be made a union.
macro_rules! branches {
    ($name:ident $(<$life:lifetime>)? {
        $($variant:ident($inner:ty): $look:ident($shown:ty $(; $copy:tt)?) $take:ident $(($unbox:tt))? $($from:ident)?),+ $(,)?
    }) => {
        impl $(<$life>)? $name $(<$life>)? {
            $(
                #[doc = concat!("What the branch `", stringify!($variant), "` holds, if it is that.")]
                #[must_use]
                pub fn $look(&self) -> Option<$shown> {
                    match self {
                        Self::$variant(branch) => Some($($copy)? branch),
                        #[allow(unreachable_patterns, reason = "there may be but one branch")]
                        _ => None,
                    }
                }

                #[doc = concat!("What the branch `", stringify!($variant), "` held, if it is that.")]
                #[must_use]
                pub fn $take(self) -> Option<$inner> {
                    match self {
                        Self::$variant(branch) => Some($($unbox)? branch),
                        #[allow(unreachable_patterns, reason = "there may be but one branch")]
                        _ => None,
                    }
                }
            )+
        }

        support::branches!(# $name $(<$life>)? { $($variant($inner) $($from)?,)+ });
    };
    (# $name:ident { $($variant:ident($inner:ty) $($from:ident)?,)+ }) => {
        $($(
            impl std::convert::$from<$inner> for $name {
                fn from(branch: $inner) -> Self {
                    Self::$variant(branch.into())
                }
            }
        )?)+
    };
    (# $name:ident <$life:lifetime> { $($variant:ident($inner:ty) $($from:ident)?,)+ }) => {
        $($(
            impl<$life> std::convert::$from<$inner> for $name<$life> {
                fn from(branch: $inner) -> Self {
                    Self::$variant(branch.into())
                }
            }
        )?)+
    };
}
pub(crate) use branches;
