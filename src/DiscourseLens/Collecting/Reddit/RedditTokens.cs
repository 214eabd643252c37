using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using DiscourseLens.Collecting.Politeness;

namespace DiscourseLens.Collecting.Reddit;

/// <summary>Tokens for the application alone, without a user. They last about an hour.</summary>
internal sealed class RedditTokens(RedditOptions options, SourceClient client, TimeProvider time)
{
    private static readonly TimeSpan s_early = TimeSpan.FromSeconds(60); // refreshed before it runs out, never after
    private Token? _token;

    /// <summary>A token that holds for now.</summary>
    /// <exception cref="SourceRefusedException">Reddit does not accept the application.</exception>
    public async Task<string> GetAsync(CancellationToken cancellationToken)
    {
        if (_token is null || _token.Until <= time.GetUtcNow())
        {
            var asked = time.GetUtcNow();
            _token = await client.ReadJsonAsync(Request, answer => Read(answer, asked), Judge, cancellationToken).ConfigureAwait(false);
        }

        return _token.Text;
    }

    /// <summary>A token was refused: the next one is asked for.</summary>
    public void Drop() => _token = null;

    private HttpRequestMessage Request()
    {
        var form = options.ClientSecret.Length > 0
            ? new Dictionary<string, string> { ["grant_type"] = "client_credentials" }
            : new Dictionary<string, string>
            {
                ["grant_type"] = "https://oauth.reddit.com/grants/installed_client",
                ["device_id"] = "DO_NOT_TRACK_THIS_DEVICE",
            };
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(options.Tokens, "api/v1/access_token"))
        {
            Content = new FormUrlEncodedContent(form),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.ClientId}:{options.ClientSecret}")));
        request.Options.Set(PaceHandler.Bucket, "tokens"); // its budget is not that of the interface
        return request;
    }

    // Errors come as 200 too.
    private static Token Read(JsonElement answer, DateTimeOffset asked)
    {
        if (answer.TryGetProperty("error", out var error))
            throw new SourceRefusedException($"Reddit gives no token ({Word(error)}); check client id and secret, and that the application was approved. See docs/sources.md.");
        var seconds = Math.Clamp(answer.GetProperty("expires_in").GetDouble(), 0, 86_400);
        var text = answer.GetProperty("access_token").GetString() ?? throw new FormatException("no token");
        return new Token(text, asked + TimeSpan.FromSeconds(seconds) - s_early);
    }

    private static SourceRefusedException? Judge(SourceAnswer answer) => (int)answer.Status is 400 or 401 or 403
        ? new SourceRefusedException("Reddit does not know the application; check client id and secret, and that it was approved. See docs/sources.md.")
        : null;

    // An error is a word or a number; anything longer is not ours to repeat.
    private static string Word(JsonElement error) => error.ToString() is { Length: <= 40 } word && word.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_')
        ? word
        : "an unknown error";

    private sealed record Token(string Text, DateTimeOffset Until);
}
