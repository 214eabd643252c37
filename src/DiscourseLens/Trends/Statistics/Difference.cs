namespace DiscourseLens.Trends.Statistics;

/// <summary>How far a measure lies apart in two intervals: the second less the first, in the measure's unit.</summary>
/// <param name="Value">The difference.</param>
/// <param name="Low">Lower end of its 95 % interval.</param>
/// <param name="High">Upper end of its 95 % interval.</param>
/// <param name="Detectable">The smallest difference that would be found in 80 of 100 such comparisons; above zero.</param>
public sealed record Difference(double Value, double Low, double High, double Detectable)
{
    /// <summary>Whether the interval holds no zero, so that the measure may be said to have risen or fallen.</summary>
    public bool IsClear => Low > 0 || High < 0;
}
