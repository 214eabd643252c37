using DiscourseLens.Series;
using DiscourseLens.Trends.Statistics;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Trends;

/// <summary>Two whole buckets whose own sums are kept, so that only the authors of both are left to look for.</summary>
internal sealed class KeptPairs
{
    private readonly Grain _by;
    private readonly DayRun _first;
    private readonly DayRun _second;

    private KeptPairs(Grain by, DayRun first, DayRun second) => (_by, _first, _second) = (by, first, second);

    /// <summary>The two, or null where the days are not those of two buckets of one grain.</summary>
    public static KeptPairs? Of(IReadOnlyList<DayRun> first, IReadOnlyList<DayRun> second) =>
        first is [var one] && second is [var other] && GrainCalendar.All.Where(by => Is(by, one) && Is(by, other)).ToList() is [var grain, ..]
            ? new(grain, one, other)
            : null;

    /// <summary>Whether their sums are kept for a scope.</summary>
    public bool Hold(SqliteConnection connection, TrendScope scope) => new KeptMoments(connection, scope).Hold(_by);

    /// <summary>The sums, where they are kept.</summary>
    public PairSums Read(SqliteConnection connection, TrendScope scope, (long Gate, long Scorer, string Target) series, PackLayout layout)
    {
        var sums = new KeptMoments(connection, scope)
            .Read(_by, [(_first.From, _first.Until), (_second.From, _second.Until)], series.Target, series.Gate, series.Scorer)
            .ToDictionary(bucket => bucket.StartMs, bucket => bucket.Sums);
        var (one, other) = (Sums(_first), Sums(_second));
        return scope.Parts
            .Select(part => Shared(new(connection, new([part]), series, layout), one.Clusters / scope.Parts.Count))
            .Aggregate(new PairSums(one, other, 0, 0, 0, 0), (all, part) => new(
                one, other, all.Posts + part.Posts, all.Values + part.Values, all.ValuesPosts + part.ValuesPosts, all.PostsValues + part.PostsValues));

        ClusterSums Sums(DayRun run) => sums.GetValueOrDefault(UtcDay.ToMs(run.From)) ?? new();
    }

    private SharedAuthors Shared(PackedClusters clusters, long expected)
    {
        var first = new ClusterTable(expected);
        clusters.AddTo(first, (UtcDay.ToMs(_first.From), UtcDay.ToMs(_first.Until)));
        var shared = new SharedAuthors(first);
        clusters.AddTo(shared, (UtcDay.ToMs(_second.From), UtcDay.ToMs(_second.Until)));
        return shared;
    }

    private static bool Is(Grain by, DayRun run) => by.StartOf(run.From) == run.From && by.EndOf(run.From) == run.Until;
}
