using Dapper;
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
        var shared = new SharedAuthors();
        foreach (var part in scope.Parts)
        {
            if (part.Communities is [0] && _by == Grain.Year && Pack(part, _first) is { } first && Pack(part, _second) is { } second)
                shared.Add(new(first), new(second));
            else
                Add(shared, new(connection, new([part]), series, layout), one.Clusters / scope.Parts.Count);
        }

        return new(one, other, shared.Posts, shared.Values, shared.ValuesPosts, shared.PostsValues);

        ClusterSums Sums(DayRun run) => sums.GetValueOrDefault(UtcDay.ToMs(run.From)) ?? new();

        byte[]? Pack(ScopePart part, DayRun year) => connection.ExecuteScalar<byte[]?>(
            "select pack from year_pack where source_id = @SourceId and start_ms = @start and gate_id = @Gate and scorer_id = @Scorer and target = @Target",
            new { part.SourceId, start = UtcDay.ToMs(year.From), series.Gate, series.Scorer, series.Target });
    }

    private void Add(SharedAuthors shared, PackedClusters clusters, long expected)
    {
        var first = new ClusterTable(expected);
        clusters.AddTo(first, (UtcDay.ToMs(_first.From), UtcDay.ToMs(_first.Until)));
        clusters.AddTo(shared.Beside(first), (UtcDay.ToMs(_second.From), UtcDay.ToMs(_second.Until)));
    }

    private static bool Is(Grain by, DayRun run) => by.StartOf(run.From) == run.From && by.EndOf(run.From) == run.Until;
}
