namespace DiscourseLens.Trends;

/// <summary>Why a question about a trend has no answer.</summary>
public enum TrendTrouble
{
    /// <summary>A key or value of the question is not understood, or asks for too much.</summary>
    Query,

    /// <summary>The store has no source or community of that name.</summary>
    Unknown,

    /// <summary>The store lacks what the answer is made of: nothing was imported or scored yet.</summary>
    NotReady,
}
