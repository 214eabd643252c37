namespace DiscourseLens.Series;

/// <summary>What a series says about the posts relevant for its target.</summary>
public enum Measure
{
    /// <summary>Number of relevant posts.</summary>
    Volume,

    /// <summary>Relevant posts per post read, in [0, 1].</summary>
    Share,

    /// <summary>Mean compound sentiment of the scored relevant posts, in [-1, 1]. Says nothing about stance.</summary>
    Sentiment,

    /// <summary>Share of the scored relevant posts that the model labels FAVOR, in [0, 1]; uncorrected.</summary>
    Favor,

    /// <summary>Share of the scored relevant posts that the model labels AGAINST, in [0, 1]; uncorrected.</summary>
    Against,

    /// <summary>Share of the scored relevant posts that the model labels NEUTRAL, in [0, 1]; uncorrected.</summary>
    Neutral,

    /// <summary>Favor minus against, in [-1, 1]; uncorrected.</summary>
    Net,
}
