using DiscourseLens.Series;

namespace DiscourseLens.Trends.Suppression;

/// <summary>
/// Which communities of a source must be hidden together in a bucket. Subtracting what is shown from a total tells the sum of a group and
/// no more, as long as every union holds all of a group or none of it.
/// </summary>
internal sealed class PlaceGroups
{
    private readonly List<HashSet<long>> _groups;

    private PlaceGroups(List<HashSet<long>> groups) => _groups = groups;

    /// <summary>The groups of a bucket: within a class where that suffices, so that totals of classes stay.</summary>
    public static PlaceGroups Of(IEnumerable<PlaceCell> cells, SuppressionRule rule)
    {
        var classes = cells.GroupBy(cell => cell.Class, StringComparer.Ordinal).OrderBy(each => each.Key, StringComparer.Ordinal)
            .Select(each => new Group(each, rule)).Where(group => group.Any).ToList();
        var groups = classes.FindAll(group => group.HasHidden);
        groups.ForEach(group => group.Close());
        var open = groups.FindAll(group => !group.IsClosed);
        if (open.Count > 0)
        {
            var joined = open.Aggregate((one, other) => one.With(other));
            groups.RemoveAll(open.Contains);
            // The smallest classes beside it, until what is hidden together is large enough or nothing is left.
            foreach (var other in classes.Except(open).OrderBy(group => group.N))
            {
                joined.Close();
                if (joined.IsClosed)
                    break;
                groups.Remove(other);
                joined = joined.With(other);
            }

            joined.Close();
            groups.Add(joined);
        }

        return new(groups.ConvertAll(group => group.Hidden));
    }

    /// <summary>Whether a union of communities holds a part of a group, so that it would give some of it away.</summary>
    public bool Hides(IReadOnlySet<long> communities) =>
        _groups.Exists(group => group.Overlaps(communities) && !group.IsSubsetOf(communities));

    /// <summary>The groups.</summary>
    internal IReadOnlyList<IReadOnlySet<long>> All => _groups;

    private sealed class Group
    {
        private readonly SuppressionRule _rule;
        private readonly List<PlaceCell> _hidden;
        private readonly List<PlaceCell> _shown;

        public Group(IEnumerable<PlaceCell> cells, SuppressionRule rule)
            : this(rule, cells.ToLookup(cell => rule.Hides(cell.N, cell.Authors) || rule.Hides(cell.Rest.N, cell.Rest.Authors)))
        {
        }

        private Group(SuppressionRule rule, ILookup<bool, PlaceCell> cells)
            : this(rule, [.. cells[true]], [.. cells[false].OrderBy(cell => cell.N).ThenBy(cell => cell.Community)])
        {
        }

        private Group(SuppressionRule rule, List<PlaceCell> hidden, List<PlaceCell> shown) => (_rule, _hidden, _shown) = (rule, hidden, shown);

        public bool Any => _hidden.Count + _shown.Count > 0;
        public bool HasHidden => _hidden.Count > 0;
        public bool IsClosed => Closing.IsClosed(_hidden.ConvertAll(cell => (cell.N, cell.Authors)), _rule)
            && !Closing.IsSmall(_hidden.ConvertAll(cell => cell.Rest), _rule);
        public long N => _hidden.Sum(cell => cell.N) + _shown.Sum(cell => cell.N);
        public HashSet<long> Hidden => [.. _hidden.Select(cell => cell.Community)];

        /// <summary>Hides further communities, those with fewest posts first, until the sum of the hidden ones may be known.</summary>
        public void Close()
        {
            for (; !IsClosed && _shown.Count > 0; _shown.RemoveAt(0))
                _hidden.Add(_shown[0]);
        }

        public Group With(Group other) => new(
            _rule, [.. _hidden, .. other._hidden], [.. _shown.Concat(other._shown).OrderBy(cell => cell.N).ThenBy(cell => cell.Community)]);
    }
}
