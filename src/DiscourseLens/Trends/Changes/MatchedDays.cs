namespace DiscourseLens.Trends.Changes;

/// <summary>The days of two intervals that can be compared fairly when windows are missing.</summary>
/// <param name="Matching">How they were chosen.</param>
/// <param name="A">Places of the days taken of the first interval, 0 for its first day.</param>
/// <param name="B">Places of the days taken of the second.</param>
internal sealed record MatchedDays(DayMatching Matching, IReadOnlyList<int> A, IReadOnlyList<int> B)
{
    /// <summary>Chooses the days.</summary>
    /// <param name="a">Whether each day of the first interval is covered in full.</param>
    /// <param name="b">The same of the second.</param>
    public static MatchedDays Of(IReadOnlyList<bool> a, IReadOnlyList<bool> b)
    {
        var (coveredA, coveredB) = (Covered(a), Covered(b));
        if (coveredA.Count == a.Count && coveredB.Count == b.Count)
            return new(DayMatching.Whole, coveredA, coveredB);
        if (a.Count != b.Count)
            return new(DayMatching.Covered, coveredA, coveredB);
        var both = coveredA.Intersect(coveredB).ToList();
        return new(DayMatching.SamePlace, both, both);
    }

    /// <summary>Places as runs of days from a first day.</summary>
    public static List<DayRun> Runs(DateOnly first, IReadOnlyList<int> places)
    {
        var runs = new List<DayRun>();
        foreach (var day in places.Select(first.AddDays))
        {
            if (runs.Count > 0 && runs[^1].Until == day)
                runs[^1] = runs[^1] with { Until = day.AddDays(1) };
            else
                runs.Add(new(day, day.AddDays(1)));
        }

        return runs;
    }

    private static List<int> Covered(IReadOnlyList<bool> days) => Enumerable.Range(0, days.Count).Where(at => days[at]).ToList();
}
