namespace Huanxin.App.Files;

/// <summary>Folders and files for the system's own user alone, whatever umask the process was started with.</summary>
public static class OwnerOnly
{
    private const UnixFileMode ReadWrite = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>The folder, made where it is missing. The framework gives the mode to the last folder of a path only.</summary>
    public static DirectoryInfo Folder(string path)
    {
        if (OperatingSystem.IsWindows()) return Directory.CreateDirectory(path);

        if (!Directory.Exists(path) && Path.GetDirectoryName(Path.GetFullPath(path)) is { } parent) Folder(parent);
        return Directory.CreateDirectory(path, ReadWrite | UnixFileMode.UserExecute);
    }

    /// <summary>A file to be written.</summary>
    public static FileStream Create(string path, FileMode mode = FileMode.CreateNew, bool isAsync = false)
    {
        var options = new FileStreamOptions
        {
            Mode = mode, Access = FileAccess.Write, BufferSize = 1 << 16, Options = isAsync ? FileOptions.Asynchronous : FileOptions.None,
        };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = ReadWrite;
        return new FileStream(path, options);
    }
}
