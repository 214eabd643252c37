using Microsoft.Data.Sqlite;

namespace DiscourseLens.Trends;

/// <summary>The days of a scope, over its sources: covered how far, read when.</summary>
internal sealed class DayLedger
{
    private readonly List<SourceDays> _sources;

    private DayLedger(List<SourceDays> sources) => _sources = sources;

    /// <summary>Loads the days of [from, until) of a scope, as far as a kind of scorer measured them.</summary>
    public static DayLedger Load(
        SqliteConnection connection, TrendScope scope, string kind, (long From, long Until) range, int provisionalDays) =>
        new(scope.Parts.Select(part => SourceDays.Load(connection, part, kind, range, provisionalDays)).ToList());

    /// <summary>The facts of consecutive buckets. A day is young where it is in any source.</summary>
    public IEnumerable<DayFacts> Of(IReadOnlyList<(DateOnly Start, DateOnly End)> buckets) => _sources
        .Select(source => source.Of(buckets))
        .Aggregate((sofar, source) => sofar.Zip(source, (one, other) => one.And(other)));
}
