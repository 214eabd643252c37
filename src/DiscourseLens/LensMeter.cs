using System.Diagnostics.Metrics;

namespace DiscourseLens;

/// <summary>
/// The meter <c>DiscourseLens</c>: what is collected, for whoever listens. Tags are names of the settings and fixed words; no community,
/// no author, no text.
/// </summary>
public static class LensMeter
{
    /// <summary>The meter's name.</summary>
    public const string Name = "DiscourseLens";

    private static readonly Meter s_meter = new(Name);

    private static readonly Counter<long> s_items = s_meter.CreateCounter<long>(
        "discourselens.items", "{post}", "Posts that sources showed, by source and outcome (read, stored, rejected).");

    private static readonly Counter<long> s_requests = s_meter.CreateCounter<long>(
        "discourselens.requests", "{request}", "Requests to sources, by source and status (2xx, 3xx, 4xx, 5xx, none).");

    private static readonly Counter<long> s_rateLimited = s_meter.CreateCounter<long>(
        "discourselens.rate_limited", "{answer}", "Answers that asked to wait, by source.");

    /// <summary>Counts posts of a source.</summary>
    internal static void Items(string source, string outcome, long posts)
    {
        if (posts > 0)
            s_items.Add(posts, new("source", source), new("outcome", outcome));
    }

    /// <summary>Counts a request; a status of null is one that brought no answer.</summary>
    internal static void Request(string source, int? status) =>
        s_requests.Add(1, new("source", source), new("status", (status / 100) switch { 2 => "2xx", 3 => "3xx", 4 => "4xx", 5 => "5xx", _ => "none" }));

    /// <summary>Counts an answer that asked to wait.</summary>
    internal static void RateLimited(string source) => s_rateLimited.Add(1, new KeyValuePair<string, object?>("source", source));
}
