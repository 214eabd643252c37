namespace DiscourseLens.Collecting.Watching;

/// <summary>
/// Whether a day's posts are too few or too many for what a place brought before: further from the median of up to 28 complete days
/// than four times their spread. The spread is the scaled median absolute deviation, but no less than a Poisson count of that
/// median has. Below a median of 16 no day can be too low, since none at all is within chance.
/// </summary>
public static class VolumeRule
{
    /// <summary>Days of history at most.</summary>
    public const int LongestHistory = 28;

    /// <summary>Complete days of history without which nothing is judged.</summary>
    public const int ShortestHistory = 14;

    private const double Spreads = 4;
    private const double Normal = 1.4826; // makes the median absolute deviation of normal values their standard deviation

    /// <summary>Judges a day; null where the history is too short.</summary>
    /// <param name="history">Posts of earlier complete days, in any order.</param>
    /// <param name="n">Posts of the day.</param>
    public static VolumeVerdict? Judge(IReadOnlyCollection<long> history, long n)
    {
        ArgumentNullException.ThrowIfNull(history);
        if (history.Count < ShortestHistory)
            return null;
        var usual = Median(history.Select(count => (double)count));
        var spread = Math.Max(Normal * Median(history.Select(count => Math.Abs(count - usual))), Math.Sqrt(Math.Max(1, usual)));
        var direction = n < usual - (Spreads * spread) ? VolumeDirection.Low : n > usual + (Spreads * spread) ? VolumeDirection.High : VolumeDirection.Usual;
        return new(direction, usual);
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        var half = sorted.Count / 2;
        return sorted.Count % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}

/// <summary>Where a day's posts lie.</summary>
public enum VolumeDirection
{
    /// <summary>Within what the place's history lets expect.</summary>
    Usual,

    /// <summary>Below.</summary>
    Low,

    /// <summary>Above.</summary>
    High,
}

/// <summary>What is to be said of a day.</summary>
/// <param name="Direction">Where its posts lie.</param>
/// <param name="Usual">The median of the history.</param>
public readonly record struct VolumeVerdict(VolumeDirection Direction, double Usual);
