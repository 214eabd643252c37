namespace DiscourseLens.Trends;

/// <summary>What may be read into a bucket. Of several that fit, the first one listed stands.</summary>
public enum BucketState
{
    /// <summary>No wanted day of a community was covered, and no post of it was read: nothing is known.</summary>
    Missing,

    /// <summary>Covered in part: counts are too low by an unknown amount, means and shares rest on what was seen.</summary>
    Partial,

    /// <summary>Some day was last looked at so soon after its end that posts may still appear or vanish.</summary>
    Provisional,

    /// <summary>Fully covered, and nobody said anything: volume is 0, means and shares have no value.</summary>
    Zero,

    /// <summary>Fully covered, with posts.</summary>
    Observed,
}
