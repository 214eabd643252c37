using System.Net.Http.Headers;
using System.Text.Json;
using DiscourseLens.Collecting.Politeness;

namespace DiscourseLens.Collecting.Reddit;

/// <summary>Requests with a token, and what Reddit's refusals mean.</summary>
internal sealed class RedditApi(RedditOptions options, SourceClient client, TimeProvider time)
{
    private readonly RedditTokens _tokens = new(options, client, time);

    /// <summary>Reads with GET; the path has no leading slash.</summary>
    public Task<T> GetAsync<T>(string path, Func<JsonElement, T> read, CancellationToken cancellationToken) =>
        SendAsync(() => new HttpRequestMessage(HttpMethod.Get, Address(path)), read, cancellationToken);

    /// <summary>Reads with POST.</summary>
    public Task<T> PostAsync<T>(
        string path, IReadOnlyDictionary<string, string> form, Func<JsonElement, T> read, CancellationToken cancellationToken) =>
        SendAsync(() => new HttpRequestMessage(HttpMethod.Post, Address(path)) { Content = new FormUrlEncodedContent(form) }, read, cancellationToken);

    // raw_json: or the characters < > & come as entities.
    private Uri Address(string path) =>
        new(options.Api, path + (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "raw_json=1");

    private async Task<T> SendAsync<T>(Func<HttpRequestMessage> make, Func<JsonElement, T> read, CancellationToken cancellationToken)
    {
        for (var isAgain = false; ; isAgain = true)
        {
            var token = await _tokens.GetAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                return await client.ReadJsonAsync(() => WithToken(make(), token), read, Judge, cancellationToken).ConfigureAwait(false);
            }
            catch (TokenRefusedException) when (!isAgain)
            {
                _tokens.Drop();
            }
            catch (TokenRefusedException)
            {
                throw new SourceRefusedException("Reddit refuses a token it just gave; check that the application was approved for this use. See docs/sources.md.");
            }
        }
    }

    private static HttpRequestMessage WithToken(HttpRequestMessage request, string token)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("bearer", token);
        return request;
    }

    private static SourceException? Judge(SourceAnswer answer) => (int)answer.Status switch
    {
        401 => new TokenRefusedException(),
        403 when !answer.IsPage && IsPlace(answer.Address) => new PlaceUnavailableException(
            $"{answer.Address} is private, quarantined or closed to programs."),
        302 => new PlaceUnavailableException($"{answer.Address} leads elsewhere: there is no such community; check its spelling."),
        _ => null,
    };

    private static bool IsPlace(string address) =>
        address.Contains("/r/", StringComparison.Ordinal) || address.Contains("/comments/", StringComparison.Ordinal);

    private sealed class TokenRefusedException() : SourceException("the token is refused");
}
