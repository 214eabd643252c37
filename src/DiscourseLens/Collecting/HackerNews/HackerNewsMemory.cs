using System.Text.Json;

namespace DiscourseLens.Collecting.HackerNews;

/// <summary>What is remembered over windows: up to which id every one was accounted for, and which were not there yet.</summary>
internal sealed class HackerNewsMemory
{
    // Asked for again after 10, 20, 40 minutes and so on; the ninth time is after 43 hours.
    private const long FirstPauseMs = 600_000;
    private const int MostAsks = 9;
    private const int MostAbsent = 500;

    /// <summary>Every id up to it was seen, asked for or given up; 0 before the first post.</summary>
    public long LastId { get; set; }

    /// <summary>Ids that were not there when asked for.</summary>
    public SortedDictionary<long, Absence> Absent { get; init; } = [];

    public static HackerNewsMemory Parse(string? text) =>
        text is null ? new() : JsonSerializer.Deserialize<HackerNewsMemory>(text) ?? new();

    public string Format() => JsonSerializer.Serialize(this);

    /// <summary>Absent ids whose time to be asked for again has come.</summary>
    public IReadOnlyList<long> Due(long nowMs) =>
        [.. Absent.Where(pair => pair.Value.FirstMs + (FirstPauseMs << (pair.Value.Asks - 1)) <= nowMs).Select(pair => pair.Key)];

    /// <summary>Notes what came of asking for an id.</summary>
    public void Note(long id, bool isThere, long nowMs)
    {
        var known = Absent.GetValueOrDefault(id) ?? new Absence(nowMs, 0);
        if (isThere || known.Asks >= MostAsks || (known.Asks == 0 && Absent.Count >= MostAbsent))
            Absent.Remove(id);
        else
            Absent[id] = known with { Asks = known.Asks + 1 };
    }
}

/// <summary>An id that was not there.</summary>
/// <param name="FirstMs">When it was first asked for.</param>
/// <param name="Asks">How often it was asked for.</param>
internal sealed record Absence(long FirstMs, int Asks);
