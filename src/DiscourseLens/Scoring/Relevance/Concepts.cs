namespace DiscourseLens.Scoring.Relevance;

/// <summary>What a text names. The low six bits are substances; the other two make the topic a therapy.</summary>
/// <remarks>The numbers are stored and never change their meaning.</remarks>
[Flags]
public enum Concepts
{
    /// <summary>Nothing of interest.</summary>
    None = 0,

    /// <summary>MDMA: ecstasy, molly.</summary>
    Mdma = 1,

    /// <summary>Psilocybin and the mushrooms that hold it.</summary>
    Psilocybin = 2,

    /// <summary>Ketamine and esketamine.</summary>
    Ketamine = 4,

    /// <summary>LSD.</summary>
    Lsd = 8,

    /// <summary>Another psychedelic: ayahuasca, DMT, 5-MeO-DMT, ibogaine, mescaline.</summary>
    Other = 16,

    /// <summary>Psychedelics as a class, none named: "psychedelics", "hallucinogens", "microdosing".</summary>
    General = 32,

    /// <summary>A mental-health condition or psychological suffering.</summary>
    Condition = 64,

    /// <summary>Treatment: therapy, clinic, trial, prescription, healing.</summary>
    Therapy = 128,

    /// <summary>Every substance bit, <see cref="General"/> among them.</summary>
    Substances = Mdma | Psilocybin | Ketamine | Lsd | Other | General,

    /// <summary>Both bits that make a substance's mention a matter of therapy.</summary>
    Treating = Condition | Therapy,
}
