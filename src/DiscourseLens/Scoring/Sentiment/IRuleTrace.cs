namespace DiscourseLens.Scoring.Sentiment;

/// <summary>Is told what each rule makes of a word's valence. A struct that does nothing costs the scorer nothing.</summary>
internal interface IRuleTrace
{
    /// <summary>A rule gave a valence; it may have left it as it was.</summary>
    /// <param name="rule">The rule's name.</param>
    /// <param name="valence">The valence after it.</param>
    /// <param name="cause">The token that made the rule apply; -1 where it is the word itself or not one token.</param>
    void Tell(string rule, double valence, int cause);
}

/// <summary>Listens to nothing.</summary>
internal readonly struct NoTrace : IRuleTrace
{
    public void Tell(string rule, double valence, int cause) { }
}
