using DiscourseLens.Series;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Trends.Changes;

/// <summary>What is known of an interval's days apart from what was said.</summary>
/// <param name="Days">Each day.</param>
/// <param name="All">The interval as a whole.</param>
internal sealed record IntervalFacts(IReadOnlyList<DayFacts> Days, DayFacts All)
{
    /// <summary>Whether each day is covered in full.</summary>
    public IReadOnlyList<bool> IsCovered { get; } =
        Days.Select(day => day.Wanted > 0 && day.Covered >= day.Wanted * CoverageDays.Whole).ToList();

    /// <summary>Loads an interval's days, as far as a kind of scorer measured them.</summary>
    public static IntervalFacts Load(SqliteConnection connection, TrendScope scope, string kind, DayRun interval, int provisionalDays)
    {
        var range = (UtcDay.ToMs(interval.From), UtcDay.ToMs(interval.Until));
        var ledger = DayLedger.Load(connection, scope, kind, range, provisionalDays);
        return new(
            ledger.Of(Grain.Day.Between(interval.From, interval.Until).ToList()).ToList(),
            ledger.Of([(interval.From, interval.Until)]).Single());
    }

    /// <summary>Posts read on some of the days.</summary>
    public long Read(IEnumerable<int> places) => places.Sum(place => Days[place].Read);
}
