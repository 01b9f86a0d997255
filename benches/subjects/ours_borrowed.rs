//! What `clerk-codegen generate --strings borrowed` makes of the schema.

pub mod tolerant {
    include!(concat!(env!("OUT_DIR"), "/tolerant.rs"));
}

pub mod strict {
    include!(concat!(env!("OUT_DIR"), "/strict.rs"));
}
