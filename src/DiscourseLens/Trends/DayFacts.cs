using DiscourseLens.Series;

namespace DiscourseLens.Trends;

/// <summary>What is known of a bucket's days apart from what was said: covered how far, read when.</summary>
/// <param name="Covered">Covered part, in parts per million, summed over wanted community-days.</param>
/// <param name="Wanted">Wanted community-days.</param>
/// <param name="Read">Posts read, relevant or not.</param>
/// <param name="Held">Whether a post was read or is held on any day.</param>
/// <param name="Young">Whether some day's last capture came too soon after its end.</param>
internal readonly record struct DayFacts(long Covered, long Wanted, long Read, bool Held, bool Young)
{
    /// <summary>Mean covered part, 0 to 1: whole only when every day is, zero only when none is.</summary>
    public double Coverage => Covered == 0 ? 0 : Math.Max(1, Covered / Wanted) / (double)CoverageDays.Whole;

    /// <summary>The facts of the same days of two sources taken together.</summary>
    public DayFacts And(DayFacts other) =>
        new(Covered + other.Covered, Wanted + other.Wanted, Read + other.Read, Held || other.Held, Young || other.Young);

    /// <summary>The state of a bucket with n posts; the first that fits stands.</summary>
    public BucketState State(long n) =>
        Covered == 0 && !Held ? BucketState.Missing
        : Covered < Wanted * CoverageDays.Whole ? BucketState.Partial
        : Young ? BucketState.Provisional
        : n == 0 ? BucketState.Zero
        : BucketState.Observed;
}
