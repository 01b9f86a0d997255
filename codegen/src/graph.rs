//! What leads to what.

use std::collections::{BTreeMap, BTreeSet};

/// Nodes, each with those that it leads to. No walk over it recurses: a chain may be as long as a document.
pub(crate) struct Graph<K>(BTreeMap<K, Vec<K>>);

impl<K: Copy + Ord> Graph<K> {
    pub(crate) fn of(edges: impl IntoIterator<Item = (K, Vec<K>)>) -> Self {
        Self(edges.into_iter().collect())
    }

    pub(crate) fn next(&self, key: K) -> &[K] {
        self.0.get(&key).map_or(&[], Vec::as_slice)
    }

    /// Each node after those that it leads to, as far as no cycle is in the way.
    pub(crate) fn inner_first(&self) -> Vec<K> {
        let (mut seen, mut order) = (BTreeSet::new(), Vec::new());
        for start in self.0.keys() {
            let mut path: Vec<_> =
                seen.insert(*start).then(|| (*start, self.next(*start).iter())).into_iter().collect();
            while let Some((key, next)) = path.last_mut() {
                match next.next() {
                    Some(to) if self.0.contains_key(to) && seen.insert(*to) => path.push((*to, self.next(*to).iter())),
                    Some(_) => {}
                    None => {
                        order.push(*key);
                        path.pop();
                    }
                }
            }
        }
        order
    }

    /// The nodes that lead back to themselves.
    pub(crate) fn cycles(&self) -> BTreeSet<K> {
        let mut back: BTreeMap<K, Vec<K>> = BTreeMap::new();
        for (from, next) in &self.0 {
            for to in next {
                back.entry(*to).or_default().push(*from);
            }
        }
        let (mut seen, mut cycles) = (BTreeSet::new(), BTreeSet::new());
        // Kosaraju: against the edges, and outer ones first, one comes no further than to those of the same cycles.
        for start in self.inner_first().into_iter().rev() {
            let mut group: Vec<K> = seen.insert(start).then_some(start).into_iter().collect();
            let mut index = 0;
            while let Some(key) = group.get(index) {
                let before = back.get(key).into_iter().flatten();
                let before: Vec<K> = before.filter(|from| seen.insert(**from)).copied().collect();
                group.extend(before);
                index += 1;
            }
            if group.len() > 1 || (group.len() == 1 && self.next(start).contains(&start)) {
                cycles.extend(group);
            }
        }
        cycles
    }
}

#[cfg(test)]
mod tests {
    use super::Graph;

    #[test]
    fn cycles_are_told_from_what_leads_to_them() {
        let edges = [("a", vec!["b"]), ("b", vec!["c"]), ("c", vec!["b", "d"]), ("d", vec!["gone"]), ("e", vec!["e"])];
        let graph = Graph::of(edges);
        assert_eq!(graph.cycles().into_iter().collect::<String>(), "bce");
        let order = graph.inner_first().concat();
        assert!(order.find('d') < order.find('c') && order.find('c') < order.find('a'), "{order}");
        assert_eq!(order.len(), 5);
    }
}
