//! What holds for tuples of every length that types have: each as the names of its parts and their places.

macro_rules! each_tuple {
    ($one:ident) => {
        $one!(A 0, B 1);
        $one!(A 0, B 1, C 2);
        $one!(A 0, B 1, C 2, D 3);
        $one!(A 0, B 1, C 2, D 3, E 4);
        $one!(A 0, B 1, C 2, D 3, E 4, F 5);
        $one!(A 0, B 1, C 2, D 3, E 4, F 5, G 6);
        $one!(A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7);
        $one!(A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8);
        $one!(A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9);
        $one!(A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10);
        $one!(A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10, L 11);
    };
}
pub(crate) use each_tuple;
