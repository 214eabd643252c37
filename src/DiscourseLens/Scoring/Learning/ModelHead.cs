using System.Text.Json;

namespace DiscourseLens.Scoring.Learning;

/// <summary>What a model file says of its model.</summary>
internal sealed record ModelHead
{
    /// <summary>How it is written.</summary>
    public static JsonSerializerOptions Json { get; } = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>What it scores, for example <c>stance</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Its labels in the order of its classes.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>The hash of the lexicon it was trained with: no other fits its features.</summary>
    public required string Lexicon { get; init; }

    /// <summary>The name of another target than the project's; null for the project's.</summary>
    public string? Target { get; init; }

    /// <summary>The other target's terms, one a line; null for the project's.</summary>
    public string? Terms { get; init; }

    /// <summary>How many texts it was trained on.</summary>
    public required int Texts { get; init; }

    /// <summary>Lower-case hex SHA-256 over the texts and labels.</summary>
    public required string TextsHash { get; init; }

    /// <summary>The settings it was trained with.</summary>
    public required IReadOnlyDictionary<string, double> Settings { get; init; }
}
