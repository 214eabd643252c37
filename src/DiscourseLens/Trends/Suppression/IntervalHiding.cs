using Dapper;
using DiscourseLens.Series;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Trends.Suppression;

/// <summary>
/// Decides what of two compared intervals stays hidden though it is large enough: what would tell, by subtraction from another union of
/// communities or sources over the same days, what a small community or source said in them.
/// </summary>
/// <param name="connection">A connection in a read transaction.</param>
/// <param name="scope">Sources and communities.</param>
/// <param name="series">Relevance scorer, the measure's scorer and target.</param>
/// <param name="layout">What that scorer's packs hold.</param>
/// <param name="rule">What is too small.</param>
internal sealed class IntervalHiding(
    SqliteConnection connection, TrendScope scope, (long Gate, long Scorer, string Target) series, PackLayout layout, SuppressionRule rule)
{
    /// <summary>What to hide beside what is too small.</summary>
    /// <param name="first">The compared days of the first interval.</param>
    /// <param name="second">Those of the second.</param>
    public HiddenParts Of(IReadOnlyList<DayRun> first, IReadOnlyList<DayRun> second)
    {
        var isSource = scope.Parts.Count == 1 && scope.Communities is [0];
        return isSource ? default : scope.Parts.Select(part => Of(part, Said(part, first), Said(part, second))).Aggregate((one, other) => one | other);
    }

    // Who stays, came or left is told apart by the whole source: so the groups' posts add up over its communities.
    private HiddenParts Of(ScopePart part, ClusterEntry[] first, ClusterEntry[] second)
    {
        var classes = connection.Query<(long Id, string Class)>("select id, class from community where source_id = @SourceId", part)
            .ToDictionary(row => row.Id, row => row.Class);
        var taken = part.Communities is [0] ? classes.Keys.ToHashSet() : part.Communities.ToHashSet();
        var (before, after) = (Clusters(first), Clusters(second));
        var (a, b) = (Hides(first), Hides(second));
        return new(a, b, a || b || Hides(first.Where(Stays(after))) || Hides(second.Where(Stays(before)))
            || Hides(first.Where(Goes(after))) || Hides(second.Where(Goes(before))));

        bool Hides(IEnumerable<ClusterEntry> said)
        {
            var cells = said.GroupBy(entry => entry.Group)
                .Select(place => new PlaceCell(place.Key, classes[place.Key], place.Sum(entry => entry.N), Authors(place))).ToList();
            return PlaceGroups.Of(cells, rule).Hides(taken) || (scope.Parts.Count > 1 && IsSmall(said.Where(entry => taken.Contains(entry.Group))));
        }
    }

    // A union of sources less one source is the other: each must be showable by itself.
    private bool IsSmall(IEnumerable<ClusterEntry> said) => rule.Hides(said.Sum(entry => entry.N), Authors(said));

    private static long Authors(IEnumerable<ClusterEntry> said) => Clusters(said).Count(cluster => cluster > 0);

    private static HashSet<long> Clusters(IEnumerable<ClusterEntry> said) => said.Select(entry => entry.Cluster).ToHashSet();

    private static Func<ClusterEntry, bool> Stays(HashSet<long> other) => entry => other.Contains(entry.Cluster);

    private static Func<ClusterEntry, bool> Goes(HashSet<long> other) => entry => !other.Contains(entry.Cluster);

    private ClusterEntry[] Said(ScopePart part, IEnumerable<DayRun> days)
    {
        var source = new PackedClusters(connection, new([part with { Communities = [0] }]), series, layout);
        var table = new ClusterTable();
        foreach (var run in days)
            source.AddTo(table, (UtcDay.ToMs(run.From), UtcDay.ToMs(run.Until)), apart: true);
        return table.Entries.ToArray();
    }
}
