namespace DiscourseLens.Scoring.Stance;

/// <summary>Why a scorer that was asked gives no score for a text.</summary>
public enum MissingReason
{
    /// <summary>It declined to answer.</summary>
    Refused,

    /// <summary>Its answers could not be read, or contradicted themselves, at every attempt.</summary>
    Invalid,
}
