namespace DiscourseLens.Trends.Events;

/// <summary>How many buckets of a series a test does not use, and why.</summary>
/// <param name="Missing">Not covered at all.</param>
/// <param name="Partial">Not covered in full.</param>
/// <param name="Provisional">Looked at too soon.</param>
/// <param name="WithoutPosts">Covered, and nobody said anything.</param>
/// <param name="TooSmall">Too few posts or authors to be shown.</param>
/// <param name="WithoutInterval">A value without an interval.</param>
/// <param name="EventBucket">1 where the event falls inside a bucket, which is then before and after at once.</param>
public sealed record LeftOut(
    int Missing = 0, int Partial = 0, int Provisional = 0, int WithoutPosts = 0, int TooSmall = 0, int WithoutInterval = 0, int EventBucket = 0)
{
    /// <summary>How many in all.</summary>
    public int Count => Missing + Partial + Provisional + WithoutPosts + TooSmall + WithoutInterval + EventBucket;

    /// <summary>The same with one more bucket; null where its state does not forbid its use.</summary>
    internal LeftOut? With(TrendBucket bucket) => bucket switch
    {
        { State: BucketState.Missing } => this with { Missing = Missing + 1 },
        { State: BucketState.Partial } => this with { Partial = Partial + 1 },
        { State: BucketState.Provisional } => this with { Provisional = Provisional + 1 },
        { State: BucketState.Zero } => this with { WithoutPosts = WithoutPosts + 1 },
        { Suppressed: true } => this with { TooSmall = TooSmall + 1 },
        _ => null,
    };

    /// <summary>The counts above zero with their reasons, for a sentence.</summary>
    internal IEnumerable<string> Reasons() => new[]
    {
        (Missing, "missing"), (Partial, "covered in part"), (Provisional, "provisional"), (WithoutPosts, "without posts"),
        (TooSmall, "too small to be shown"), (WithoutInterval, "without an interval"), (EventBucket, "holding the event itself"),
    }.Where(each => each.Item1 > 0).Select(each => FormattableString.Invariant($"{each.Item1} {each.Item2}"));
}
