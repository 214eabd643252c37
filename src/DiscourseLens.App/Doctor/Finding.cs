namespace DiscourseLens.App.Doctor;

/// <summary>How a finding is to be taken.</summary>
internal enum FindingLevel
{
    /// <summary>As it should be.</summary>
    Ok,

    /// <summary>It works, but somebody should know.</summary>
    Warning,

    /// <summary>Something does not work until somebody acts.</summary>
    Trouble,
}

/// <summary>One thing that was looked at.</summary>
/// <param name="Level">How it is to be taken.</param>
/// <param name="Check">What was looked at, in a word or two; never a user's secret.</param>
/// <param name="Text">A sentence: what is, and where it is not well, what to do.</param>
internal sealed record Finding(FindingLevel Level, string Check, string Text)
{
    public static Finding Ok(string check, string text) => new(FindingLevel.Ok, check, text);

    public static Finding Warning(string check, string text) => new(FindingLevel.Warning, check, text);

    public static Finding Trouble(string check, string text) => new(FindingLevel.Trouble, check, text);

    /// <summary>The level in lower case, as it is printed.</summary>
    public string Word => Level.ToString().ToLowerInvariant();
}
