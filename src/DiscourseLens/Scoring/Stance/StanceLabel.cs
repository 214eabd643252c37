namespace DiscourseLens.Scoring.Stance;

/// <summary>An author's stance toward psychedelic therapy by the project's codebook.</summary>
public enum StanceLabel
{
    /// <summary>It works, or is worth trying, researching, approving or covering.</summary>
    Favor,

    /// <summary>It does not work, is too dangerous or hyped, or should not be offered.</summary>
    Against,

    /// <summary>Relevant, with no stance, both, or an unclear one.</summary>
    Neutral,

    /// <summary>Not about psychedelic therapy, even with its context.</summary>
    Unrelated,
}
