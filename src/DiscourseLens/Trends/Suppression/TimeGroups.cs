using DiscourseLens.Series;

namespace DiscourseLens.Trends.Suppression;

/// <summary>What must be hidden since finer or coarser buckets of the same series add up to each other.</summary>
internal static class TimeGroups
{
    /// <summary>
    /// Whether a coarse bucket would give a hidden one within it away: it is hidden where those hidden in it could not be known as a sum.
    /// </summary>
    /// <param name="finer">The finer buckets with posts, and whether each is hidden.</param>
    /// <param name="rule">What is too small.</param>
    public static bool HidesWhole(IEnumerable<(long N, long Authors, bool Hidden)> finer, SuppressionRule rule)
    {
        var hidden = finer.Where(bucket => bucket.Hidden).Select(bucket => (bucket.N, bucket.Authors)).ToList();
        return hidden.Count > 0 && !Closing.IsClosed(hidden, rule);
    }

    /// <summary>
    /// The days to hide beside those that are too small, so that neither their week nor their month gives one away: the smallest shown days
    /// first. All days of the weeks and months must be given.
    /// </summary>
    public static HashSet<DateOnly> MoreDays(IReadOnlyCollection<(DateOnly Day, long N, long Authors, bool Hidden)> days, SuppressionRule rule)
    {
        var more = new HashSet<DateOnly>();
        foreach (var grain in new[] { Grain.Week, Grain.Month })
        {
            foreach (var whole in days.GroupBy(day => grain.StartOf(day.Day)))
                Close(whole.ToList(), more, rule);
        }

        return more;
    }

    private static void Close(List<(DateOnly Day, long N, long Authors, bool Hidden)> days, HashSet<DateOnly> more, SuppressionRule rule)
    {
        var hidden = days.Where(day => day.Hidden).Select(day => (day.N, day.Authors)).ToList();
        if (hidden.Count == 0)
            return;
        foreach (var (day, n, authors, _) in days.Where(day => !day.Hidden).OrderBy(day => day.N).ThenBy(day => day.Day))
        {
            if (Closing.IsClosed(hidden, rule))
                return;
            hidden.Add((n, authors));
            more.Add(day);
        }
    }
}
