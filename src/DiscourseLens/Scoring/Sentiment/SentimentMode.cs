namespace DiscourseLens.Scoring.Sentiment;

/// <summary>Whether the reference's fault in the rule for "but" is kept.</summary>
public enum SentimentMode
{
    /// <summary>The numbers of vaderSentiment 3.3.2 on CPython 3.11, fault included: comparable with the literature.</summary>
    Reference,

    /// <summary>"but" weighs each word by where it stands. Differs from the reference where valences repeat.</summary>
    Fixed,
}
