namespace DiscourseLens.Scoring.Relevance;

/// <summary>What a community is about, which decides whether its slang may be read as the name of a substance.</summary>
public enum CommunityClass
{
    /// <summary>Anything else, and every community nobody has classed: slang needs a cue beside it.</summary>
    General,

    /// <summary>Treatment with psychedelics: patients, providers, guides.</summary>
    Therapy,

    /// <summary>Psychedelics and other drugs in general.</summary>
    Substance,

    /// <summary>Mental health without a substance in view.</summary>
    MentalHealth,
}
