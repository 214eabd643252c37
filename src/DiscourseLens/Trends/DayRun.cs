namespace DiscourseLens.Trends;

/// <summary>UTC days [from, until).</summary>
/// <param name="From">First day.</param>
/// <param name="Until">Day after the last.</param>
public readonly record struct DayRun(DateOnly From, DateOnly Until)
{
    /// <summary>How many days.</summary>
    public int Days => Until.DayNumber - From.DayNumber;
}
