using System.ClientModel;
using DiscourseLens.Scoring.Stance;
using DiscourseLens.Scoring.Stance.Chat;
using DiscourseLens.Scoring.Stance.Onnx;
using Microsoft.Extensions.AI;
using OllamaSharp;
using OpenAI;
using OpenAI.Chat;

namespace DiscourseLens.App;

/// <summary>Makes the stance scorer that the settings name.</summary>
internal static class StanceEngine
{
    /// <summary>The endpoint's key; it is a secret, so that no settings file may hold it.</summary>
    public const string KeyVariable = "DISCOURSELENS__CHATKEY";

    /// <param name="settings">Which one.</param>
    /// <param name="spentMicros">What the store says was spent on models, in millionths.</param>
    /// <param name="time">Paces requests; the system's when null.</param>
    /// <exception cref="LensException">A model file cannot be read.</exception>
    public static IStanceScorer Make(StanceSettings settings, long spentMicros, TimeProvider? time = null) => settings.Engine switch
    {
        StanceEngineKind.Onnx => new OnnxStanceScorer(settings.Onnx),
        StanceEngineKind.Chat => new ChatStanceScorer(
            Client(settings.Chat), $"{settings.Chat.Api} {settings.Chat.Endpoint}", settings.Chat, spentMicros, time ?? TimeProvider.System),
        _ => settings.Model.Length == 0 ? LinearStanceScorer.LoadShipped() : LinearStanceScorer.Load(settings.Model),
    };

    private static IChatClient Client(ChatSettings chat) => chat.Api == ChatApi.Ollama
        ? new OllamaApiClient(new Uri(chat.Endpoint), chat.Model)
        : new ChatClient(
            chat.Model,
            // Endpoints of one's own ask for no key, but the client wants one.
            new ApiKeyCredential(Environment.GetEnvironmentVariable(KeyVariable) is { Length: > 0 } key ? key : "none"),
            new OpenAIClientOptions { Endpoint = new Uri(chat.Endpoint) }).AsIChatClient();
}
