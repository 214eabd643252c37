using Microsoft.AspNetCore.Http;

namespace DiscourseLens.Web.Api;

/// <summary>What a request asks, as the library's queries read it.</summary>
internal static class Asked
{
    /// <summary>The keys and values of its address; a key that is given several times comes as often.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Pairs(this HttpRequest request) =>
        request.Query.SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value)));
}
