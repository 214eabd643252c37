namespace DiscourseLens;

/// <summary>What a study measures and stores; the section <c>Study</c> of the settings.</summary>
public sealed class StudyOptions
{
    /// <summary>The study's name, as it is written into its store.</summary>
    public string Name { get; init; } = "";

    /// <summary>Folder of the term files; relative paths start at the program's folder.</summary>
    public string Terms { get; init; } = "terms";

    /// <summary>The substances whose therapy is measured, each with its term file.</summary>
    public IReadOnlyList<TargetOptions> Targets { get; init; } = [];

    /// <summary>Communities stored whole, by class: therapy, substance, mental-health, general.</summary>
    public IReadOnlyDictionary<string, string[]> Communities { get; init; } = new Dictionary<string, string[]>();

    /// <summary>How long collected text may be kept.</summary>
    public RetentionOptions Retention { get; init; } = new();

    /// <summary>On what ground the study may collect.</summary>
    public EthicsOptions Ethics { get; init; } = new();
}

/// <summary>One target of a study.</summary>
public sealed class TargetOptions
{
    /// <summary>Its id in queries and views, for example <c>mdma</c>.</summary>
    public string Id { get; init; } = "";

    /// <summary>Its name for readers.</summary>
    public string Name { get; init; } = "";

    /// <summary>Its term file in the folder <see cref="StudyOptions.Terms"/>.</summary>
    public string File { get; init; } = "";
}

/// <summary>Retention, declared in the store for whoever opens it.</summary>
public sealed class RetentionOptions
{
    /// <summary>Days that text may be kept after it was written, 1 to 36,500.</summary>
    public int TextDays { get; init; } = 3650;
}

/// <summary>The study's ethical ground, declared in the store for whoever opens it.</summary>
public sealed class EthicsOptions
{
    /// <summary>The approval or exemption, for example a board's reference; empty until there is one.</summary>
    public string Approval { get; init; } = "";

    /// <summary>The legal basis of processing, in a sentence.</summary>
    public string LegalBasis { get; init; } = "";

    /// <summary>Whom people may ask about the study or their posts; empty until there is someone.</summary>
    public string Contact { get; init; } = "";
}
