namespace DiscourseLens.Trends;

/// <summary>A question about a trend that cannot be answered; the message says why and what to do.</summary>
public sealed class TrendException : LensException
{
    /// <summary>A question refused for a reason.</summary>
    public TrendException(TrendTrouble trouble, string message) : base(message) => Trouble = trouble;

    /// <summary>Why.</summary>
    public TrendTrouble Trouble { get; }
}
