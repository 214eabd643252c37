namespace DiscourseLens.Scoring.Stance.Chat;

/// <summary>How a chat model is asked for stance.</summary>
public record ChatStanceOptions
{
    /// <summary>The model's id, as its endpoint knows it.</summary>
    public string Model { get; init; } = "";

    /// <summary>What pins the model's weights: a dated revision or a digest. It is part of the scorer's version.</summary>
    public string Revision { get; init; } = "";

    /// <summary>Texts in one request, 1 to 20.</summary>
    public int BatchSize { get; init; } = 1;

    /// <summary>Requests under way at once, 1 to 32.</summary>
    public int Concurrency { get; init; } = 2;

    /// <summary>Requests started in a minute at most, 1 to 10,000.</summary>
    public int RequestsPerMinute { get; init; } = 60;

    /// <summary>Seconds until a request is given up, 1 to 600.</summary>
    public int TimeoutSeconds { get; init; } = 60;

    /// <summary>How often a request is made before its texts are left, 1 to 10.</summary>
    public int Attempts { get; init; } = 3;

    /// <summary>Price of a million tokens read, 0 to 1,000.</summary>
    public decimal InputPrice { get; init; }

    /// <summary>Price of a million tokens written, 0 to 1,000.</summary>
    public decimal OutputPrice { get; init; }

    /// <summary>What may be spent in all, in the currency of the prices; 0 for no limit.</summary>
    public decimal Budget { get; init; }

    /// <summary>What a request cost by the prices.</summary>
    internal ModelUsage Usage(long input, long output) =>
        new(1, input, output, (long)decimal.Round(input * InputPrice + output * OutputPrice));
}
