using System.Net;
using System.Text.Json;

namespace DiscourseLens.Collecting.Politeness;

/// <summary>
/// Asks a source and recognises what comes back: data, or a page, half an answer, an error, a redirect to a login. What may
/// pass is tried again with growing pauses; everything else is named and thrown.
/// </summary>
/// <param name="http">Sends through <see cref="PaceHandler"/>, follows no redirects, and has no timeout of its own.</param>
/// <param name="options">How to ask.</param>
/// <param name="time">The clock of pauses.</param>
public sealed class SourceClient(HttpClient http, PolitenessOptions options, TimeProvider time)
{
    // A recorded reply tree nests 57 deep; the default of 64 is one level away from failing.
    private static readonly JsonDocumentOptions s_json = new() { MaxDepth = 512 };
    private readonly Random _jitter = new(options.Seed);

    /// <summary>Turns a source's own way of saying no into an exception; null leaves an answer to the common rules.</summary>
    public delegate SourceException? Judge(SourceAnswer answer);

    /// <summary>Reads JSON.</summary>
    /// <param name="make">Makes the request, anew for each try; a relative address is one at the client's base.</param>
    /// <param name="read">Reads the document; what it throws as <see cref="JsonException"/>, <see cref="KeyNotFoundException"/>,
    /// <see cref="InvalidOperationException"/> or <see cref="FormatException"/> counts as a broken answer.</param>
    /// <param name="judge">Knows the source's own errors.</param>
    /// <param name="cancellationToken">Stops waits and requests.</param>
    /// <exception cref="SourceException">No answer could be had.</exception>
    public Task<T> ReadJsonAsync<T>(
        Func<HttpRequestMessage> make, Func<JsonElement, T> read, Judge? judge, CancellationToken cancellationToken) =>
        TryAsync(make, judge, answer => ReadJson(answer, read), cancellationToken);

    /// <summary>Reads JSON with GET.</summary>
    /// <inheritdoc cref="ReadJsonAsync{T}(Func{HttpRequestMessage}, Func{JsonElement, T}, Judge?, CancellationToken)"/>
    public Task<T> ReadJsonAsync<T>(
        string address, Func<JsonElement, T> read, Judge? judge, CancellationToken cancellationToken) =>
        ReadJsonAsync(() => Get(address, null), read, judge, cancellationToken);

    /// <summary>Reads a text such as a feed or a page; null when it did not change since the version named.</summary>
    /// <param name="address">What to get.</param>
    /// <param name="known">The version that is known; null to have it in any case.</param>
    /// <param name="judge">Knows the source's own errors; pages are let through to it and to the caller.</param>
    /// <param name="cancellationToken">Stops waits and requests.</param>
    /// <exception cref="SourceException">No answer could be had.</exception>
    public Task<SourceAnswer?> ReadTextAsync(string address, Validator? known, Judge? judge, CancellationToken cancellationToken) =>
        TryAsync(() => Get(address, known), judge,
            answer => answer.Status == HttpStatusCode.NotModified ? null : answer, cancellationToken);

    private async Task<T> TryAsync<T>(
        Func<HttpRequestMessage> make, Judge? judge, Func<SourceAnswer, T> read, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var answer = await SendAsync(make, cancellationToken).ConfigureAwait(false);
                if ((judge?.Invoke(answer) ?? AnswerRules.Judge(answer)) is { } trouble)
                    throw trouble;
                return read(answer);
            }
            catch (SourceTroubleException exception) when (exception.MayPass && attempt < options.Tries)
            {
                // Tried again below.
            }

            await Task.Delay(Pause(attempt), time, cancellationToken).ConfigureAwait(false);
        }
    }

    private TimeSpan Pause(int attempt) => TimeSpan.FromSeconds(Math.Pow(2, attempt) * (0.5 + _jitter.NextDouble()));

    private static T ReadJson<T>(SourceAnswer answer, Func<JsonElement, T> read)
    {
        if (AnswerRules.JudgePage(answer) is { } page)
            throw page;
        try
        {
            using var document = JsonDocument.Parse(answer.Body, s_json);
            return read(document.RootElement);
        }
        catch (Exception exception) when (
            exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new SourceTroubleException(
                $"{answer.Address} gave an answer that is cut short or of another shape than expected; it is tried again later.", exception);
        }
    }

    private async Task<SourceAnswer> SendAsync(Func<HttpRequestMessage> make, CancellationToken cancellationToken)
    {
        using var request = make();
        try
        {
            using var response = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
            var body = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
            return new SourceAnswer(Name(request), response.StatusCode, response.Content.Headers.ContentType?.MediaType ?? "", body)
            {
                Location = response.Headers.Location,
                Validator = new Validator(response.Headers.ETag?.ToString(), response.Content.Headers.LastModified?.ToString("R")),
            };
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw new SourceTroubleException($"{Name(request)} cannot be reached ({exception.Message}); it is tried again later.", exception);
        }
    }

    /// <summary>Host and path, for messages; a query may hold what people wrote.</summary>
    private static string Name(HttpRequestMessage request) =>
        request.RequestUri is { IsAbsoluteUri: true } whole ? $"{whole.Host}{whole.AbsolutePath}" : "the source";

    private static HttpRequestMessage Get(string address, Validator? known)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.RelativeOrAbsolute));
        if (known?.ETag is { } tag)
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        if (known?.LastModified is { } modified)
            request.Headers.TryAddWithoutValidation("If-Modified-Since", modified);
        return request;
    }
}
