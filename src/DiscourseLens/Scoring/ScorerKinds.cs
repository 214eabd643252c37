namespace DiscourseLens.Scoring;

/// <summary>What a scoring run is to score.</summary>
[Flags]
public enum ScorerKinds
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Relevance, with the mentions it rests on.</summary>
    Relevance = 1,

    /// <summary>Sentiment. Its target window rests on relevance, which is scored along where it lacks.</summary>
    Sentiment = 2,

    /// <summary>Stance. It rests on relevance as well.</summary>
    Stance = 4,

    /// <summary>All of them.</summary>
    All = Relevance | Sentiment | Stance,
}
