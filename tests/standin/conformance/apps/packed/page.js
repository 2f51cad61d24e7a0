document.title = 'Script of the archive';
