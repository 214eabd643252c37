namespace DiscourseLens.Collecting;

/// <summary>One source as the settings describe it; the section <c>Collect:Sources:NAME</c>. Secrets are not part of it.</summary>
public sealed class SourceOptions
{
    /// <summary>Whether it is collected.</summary>
    public bool Enabled { get; init; }

    /// <summary>What kind of source it is; see <see cref="SourceKinds"/>.</summary>
    public string Kind { get; init; } = "";

    /// <summary>When it is collected: a cron line in UTC.</summary>
    public string Schedule { get; init; } = "17 * * * *";

    /// <summary>Minutes between two runs at least, where its listings fill up faster than the schedule empties them, 1 to 1,440; 0 where the schedule alone holds.</summary>
    public double TightestMinutes { get; init; } = 5;

    /// <summary>Days before its first run that are collected too, 0 to 3,650.</summary>
    public double DepthDays { get; init; } = 7;

    /// <summary>On what ground its posts are collected; kept with every capture.</summary>
    public string LegalBasis { get; init; } = "";

    /// <summary>Where it is, for kinds that are in more than one place; empty for the kind's own address.</summary>
    public string Address { get; init; } = "";

    /// <summary>Seconds between two requests at least, 0.1 to 3,600; 0 for the kind's own.</summary>
    public double SpacingSeconds { get; init; }

    /// <summary>Communities to read.</summary>
    public IReadOnlyList<string> Communities { get; init; } = [];

    /// <summary>Categories to read.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Searches to read.</summary>
    public IReadOnlyList<string> Queries { get; init; } = [];

    /// <summary>What only this kind knows, by name.</summary>
    public IReadOnlyDictionary<string, string> Extra { get; init; } = new Dictionary<string, string>();
}

/// <summary>A source's secrets, which come from the environment only.</summary>
/// <param name="ClientId">Id of the user's own approved application.</param>
/// <param name="ClientSecret">Its secret; empty for installed applications.</param>
/// <param name="ApiKey">A key given out by a site.</param>
/// <param name="ApiUser">The user a key belongs to.</param>
public sealed record SourceSecrets(string ClientId = "", string ClientSecret = "", string ApiKey = "", string ApiUser = "")
{
    /// <summary>Their names in the settings.</summary>
    public static IReadOnlyList<string> Names { get; } = [nameof(ClientId), nameof(ClientSecret), nameof(ApiKey), nameof(ApiUser)];

    /// <summary>Never shows what it holds.</summary>
    public override string ToString() => nameof(SourceSecrets);
}
