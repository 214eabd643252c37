namespace DiscourseLens.Collecting.Politeness;

/// <summary>How a source is asked.</summary>
public sealed record PolitenessOptions
{
    /// <summary>Tries of one request unless somebody asks for fewer.</summary>
    public const int UsualTries = 4;

    /// <summary>The source's name in the settings, by which its requests are counted; empty where nobody counts.</summary>
    public string Source { get; init; } = "";

    /// <summary>What we say we are: program, version and whom to ask. Never a browser's.</summary>
    public required string UserAgent { get; init; }

    /// <summary>Least time between two requests to a host, whatever its headers allow.</summary>
    public TimeSpan Spacing { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait that is waited out in place; a longer one ends the run until then.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>No source can silence us for longer than this, whatever it asks for.</summary>
    public TimeSpan LongestHold { get; init; } = TimeSpan.FromHours(48);

    /// <summary>The hold when a source says "too many requests" and not until when.</summary>
    public TimeSpan UnnamedHold { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Time within which a whole answer must have come.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Tries of one request when answers are broken or the server is in trouble.</summary>
    public int Tries { get; init; } = UsualTries;

    /// <summary>Bytes of the largest answer that is read.</summary>
    public int LargestAnswer { get; init; } = 64 << 20;

    /// <summary>Seed of the jitter of back-off.</summary>
    public int Seed { get; init; }
}
