namespace DiscourseLens.Trends.Changes;

/// <summary>Which days of two intervals are compared.</summary>
public enum DayMatching
{
    /// <summary>All: every day of both is covered in full.</summary>
    Whole,

    /// <summary>Days of the same place in both intervals, where both are covered in full.</summary>
    SamePlace,

    /// <summary>The days covered in full of each; the intervals differ in length, so days cannot be paired.</summary>
    Covered,
}
