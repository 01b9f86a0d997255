//! The types of every case agree with their schema.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail")]

#[path = "../../judge/mod.rs"]
mod judge;

use std::path::Path;

/// How many instances of each case are judged when nobody asks for more.
const INSTANCES: u32 = 3_000;

macro_rules! cases {
    ($($case:ident: $file:literal, $strict:ident, $tolerant:ident;)*) => {$(
        #[test]
        fn $case() {
            let schema = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../codegen/tests/cases").join($file);
            judge::judge::<clerk_codegen_cases::$strict::Root, clerk_codegen_cases::$tolerant::Root>(&schema, INSTANCES);
        }
    )*};
}

cases! {
    branches: "branches.json", branches_strict, branches_tolerant;
    default_mapping: "default-mapping.yaml", default_mapping_strict, default_mapping_tolerant;
    dynamic_scopes: "dynamic-scopes.json", dynamic_scopes_strict, dynamic_scopes_tolerant;
    enums: "enums.json", enums_strict, enums_tolerant;
    names: "names.json", names_strict, names_tolerant;
    nullable_root: "nullable-root.json", nullable_root_strict, nullable_root_tolerant;
    openapi: "openapi.json", openapi_strict, openapi_tolerant;
    openapi_whole: "openapi.json", openapi_strict_whole, openapi_tolerant_whole;
    presence: "presence.json", presence_strict, presence_tolerant;
    recursion: "recursion.json", recursion_strict, recursion_tolerant;
    recursive_ref: "recursive-ref.json", recursive_ref_strict, recursive_ref_tolerant;
    root_is_a_reference: "root-is-a-reference.json", root_is_a_reference_strict, root_is_a_reference_tolerant;
    shapes: "shapes.json", shapes_strict, shapes_tolerant;
    strings: "strings.json", strings_strict, strings_tolerant;
    tuples: "tuples.json", tuples_strict, tuples_tolerant;
    unions: "unions.json", unions_strict, unions_tolerant;
}

macro_rules! in_place {
    ($($case:ident: $file:literal, $place:literal, $strict:ident, $tolerant:ident, $name:ident;)*) => {$(
        #[test]
        fn $case() {
            use clerk_codegen_cases::{$strict as strict, $tolerant as tolerant};
            let schema = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../codegen/tests/cases").join($file);
            judge::judge_at::<strict::$name, tolerant::$name>(&schema, $place, INSTANCES);
        }
    )*};
}

in_place! {
    request: "openapi-3.0.yaml", "/paths/~1books/post/requestBody/content/application~1json/schema",
        openapi_3_0_strict_whole, openapi_3_0_tolerant_whole, CreateBookRequest;
    nullable_response: "openapi-3.0.yaml", "/paths/~1loans/post/responses/200/content/application~1json/schema",
        openapi_3_0_strict_whole, openapi_3_0_tolerant_whole, LendResponse;
    list: "openapi-3.0.yaml", "/paths/~1books/get/responses/200/content/application~1json/schema",
        openapi_3_0_strict_whole, openapi_3_0_tolerant_whole, ListBooksResponse;
    response: "openapi-3.1.yaml", "/paths/~1orders/put/responses/200/content/application~1json/schema",
        openapi_3_1_strict_whole, openapi_3_1_tolerant_whole, ReplaceOrdersResponse;
    query: "openapi-3.2.yaml", "/paths/~1search/query/requestBody/content/application~1json/schema",
        openapi_3_2_strict_whole, openapi_3_2_tolerant_whole, QuerySearchRequest;
    swagger: "swagger-2.0.yaml", "/parameters/Car/schema",
        swagger_2_0_strict_whole, swagger_2_0_tolerant_whole, CarRequest;
}
