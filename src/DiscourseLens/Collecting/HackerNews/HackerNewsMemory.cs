using System.Text.Json;

namespace DiscourseLens.Collecting.HackerNews;

/// <summary>What is remembered over windows: up to which id every one was accounted for, and which were not there yet.</summary>
internal sealed class HackerNewsMemory
{
    /// <summary>After so many runs an id that was never there is given up.</summary>
    public const int Asks = 5;

    private const int MostAgain = 500;

    /// <summary>Every id up to it was seen, asked for or given up; 0 before the first post.</summary>
    public long LastId { get; set; }

    /// <summary>Ids that were not there when asked, with how often they were asked.</summary>
    public SortedDictionary<long, int> Again { get; init; } = [];

    public static HackerNewsMemory Parse(string? text) =>
        text is null ? new() : JsonSerializer.Deserialize<HackerNewsMemory>(text) ?? new();

    public string Format() => JsonSerializer.Serialize(this);

    /// <summary>Notes that an id was not there.</summary>
    public void Missed(long id)
    {
        var asks = Again.GetValueOrDefault(id) + 1;
        if (asks > Asks || (asks == 1 && Again.Count >= MostAgain))
            Again.Remove(id);
        else
            Again[id] = asks;
    }
}
