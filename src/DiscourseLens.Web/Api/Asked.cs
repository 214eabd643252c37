using DiscourseLens.Trends;
using Microsoft.AspNetCore.Http;

namespace DiscourseLens.Web.Api;

/// <summary>What a request asks, as the library's queries read it.</summary>
internal static class Asked
{
    /// <summary>The keys and values of its address; a key that is given several times comes as often.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Pairs(this HttpRequest request) =>
        request.Query.SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value)));

    /// <summary>Refuses keys that would be passed over.</summary>
    /// <exception cref="TrendException">A key is not among those that are taken; the message names them.</exception>
    public static void TakesOnly(this HttpRequest request, params string[] keys)
    {
        if (request.Query.Keys.FirstOrDefault(key => !keys.Contains(key)) is { } unknown)
        {
            throw new TrendException(
                TrendTrouble.Query,
                $"key '{unknown}' is unknown; {(keys.Length == 0 ? "ask without any" : $"use one of {string.Join(", ", keys)}")}.");
        }
    }
}
